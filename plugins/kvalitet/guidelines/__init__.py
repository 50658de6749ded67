"""The national guidelines, the way through a treatment, and how the rules came to be: the web around the law."""

from kvalitet.guidelines.background import Background, load_background
from kvalitet.guidelines.load import load_guidance
from kvalitet.guidelines.model import Guidance, Guideline, Instruction, Modality, Point, Promise, Step

__all__ = [
    "Background",
    "Guidance",
    "Guideline",
    "Instruction",
    "Modality",
    "Point",
    "Promise",
    "Step",
    "load_background",
    "load_guidance",
]
