"""The guidelines and the background of this project, which has both."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kvalitet.guidelines import load_background, load_guidance

if TYPE_CHECKING:
    from kvalitet.guidelines import Background, Guidance

AREA = "stofmisbrug"
T = TypeVar("T")


def there(one: T | None) -> T:
    """Return what must be there."""
    assert one is not None
    return one


GUIDANCE: Guidance = there(load_guidance(AREA))
BACKGROUND: Background = there(load_background(AREA))
