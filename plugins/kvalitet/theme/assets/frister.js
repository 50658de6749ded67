// Two days counted: when treatment must have begun, and the last day to complain. The same rules as in
// kvalitet/complaint/dates.py, held together by one table of cases. Days are counted in UTC, where all have 24 hours.
// Where a rule is uncertain the earlier day is given. Nothing is stored; the calendar file is made here and sent nowhere.
(() => {
  "use strict";
  const path = document.querySelector("[data-vej]");
  const MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december"];
  const WEEKDAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
  const PRAYER_DAY_ENDED = 2024; // store bededag was a holiday for the last time in 2023
  const HOLIDAYS = [-3, -2, 0, 1, 39, 49, 50]; // days from Easter Sunday

  const make = (year, month, day) => new Date(Date.UTC(year, month - 1, day));
  const add = (day, days) => make(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate() + days);
  const month = (day) => day.getUTCMonth() + 1;
  const say = (day) => `${day.getUTCDate()}. ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  const sayWhole = (day) => `${WEEKDAYS[day.getUTCDay()]} den ${say(day)}`;

  /** Easter Sunday (Gauss and others; as in Meeus, Astronomical Algorithms, chapter 8). */
  function findEaster(year) {
    const golden = year % 19;
    const century = Math.floor(year / 100);
    const rest = year % 100;
    const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
    const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
    const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
    const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
    const place = epact + weekday - 7 * late + 114;
    return make(year, Math.floor(place / 31), (place % 31) + 1);
  }

  const fromEaster = (day) => Math.round((day - findEaster(day.getUTCFullYear())) / 86400000);

  function isFree(day) {
    const after = fromEaster(day);
    const fixed = [[1, 1], [12, 25], [12, 26]].some(([m, d]) => month(day) === m && day.getUTCDate() === d);
    const prayer = after === 26 && day.getUTCFullYear() < PRAYER_DAY_ENDED;
    return [0, 6].includes(day.getUTCDay()) || fixed || prayer || HOLIDAYS.includes(after);
  }

  /** Offices are mostly closed, but it is no holiday: sources differ on what a deadline then does. */
  function isDoubtful(day) {
    const bridge = fromEaster(day) === 40; // the Friday after Ascension
    return bridge || [[6, 5], [12, 24], [12, 31]].some(([m, d]) => month(day) === m && day.getUTCDate() === d);
  }

  function countStart(asked, tool, today) {
    const last = add(asked, Number(tool.dataset.dage));
    return { last, told: [["start-svar", last], [last < today ? "start-gaaet" : "start-venter", last]] };
  }

  function countDeadline(received, tool, today) {
    const counted = add(received, 7 * Number(tool.dataset.uger));
    let last = counted;
    while (isFree(last)) last = add(last, 1);
    const told = [["frist-svar", last]];
    if (last < today) told.splice(0, 1, ["frist-svar", last], ["frist-gaaet", last]);
    if (last > counted) told.push(["frist-flyttet", counted]);
    if (isDoubtful(last)) told.push(["frist-lukket", last]);
    return { last, told };
  }

  const COUNTS = { start: countStart, frist: countDeadline };

  function readDay(tool) {
    const [day, monthNumber, year] = ["dag", "maaned", "aar"].map((name) => {
      const text = tool.querySelector(`[data-felt-${name}]`).value.trim();
      return /^\d{1,4}$/.test(text) ? Number(text) : NaN;
    });
    const made = make(year, monthNumber, day);
    const real = year >= 2000 && month(made) === monthNumber && made.getUTCDate() === day;
    return real ? made : null;
  }

  /** The file says 'Frist' and the day, rings no bell, and shows the reader as free. */
  function makeCalendar(day) {
    const plain = (one) => one.toISOString().slice(0, 10).replaceAll("-", "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//frist//DA", "BEGIN:VEVENT", `UID:frist-${plain(day)}`,
      `DTSTAMP:${plain(new Date())}T000000Z`, `DTSTART;VALUE=DATE:${plain(day)}`,
      `DTEND;VALUE=DATE:${plain(add(day, 1))}`, "SUMMARY:Frist", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
      "END:VCALENDAR", ""];
    return new Blob([lines.join("\r\n")], { type: "text/calendar" });
  }

  function fetchCalendar(day) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(makeCalendar(day));
    link.download = "frist.ics";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function setUp(tool) {
    const answer = tool.querySelector("[data-regnet]");
    const calendar = tool.querySelector("[data-kalender]");
    const how = tool.querySelector("[data-hvordan]");
    const fields = [...tool.querySelectorAll("input")];
    let last = null;

    function tell(told) {
      answer.replaceChildren(...told.map(([name, day]) => {
        const line = document.createElement("p");
        const words = tool.querySelector(`[data-tekst="${name}"]`).textContent;
        line.textContent = words.replace("{dag}", day ? sayWhole(day) : "");
        return line;
      }));
    }

    function chooseHint() {
      for (const hint of tool.querySelectorAll("[data-hvilken] [data-tekst]")) hint.hidden = hint.dataset.tekst !== how.value;
    }

    function clear() {
      for (const field of fields) field.value = "";
      if (how) how.selectedIndex = 0;
      if (how) chooseHint();
      answer.replaceChildren();
      calendar.hidden = true;
      last = null;
    }

    function count() {
      const now = new Date();
      const today = make(now.getFullYear(), now.getMonth() + 1, now.getDate());
      const day = readDay(tool);
      const wrong = day === null ? "dato-fejl" : day > today ? "dato-fremtid" : "";
      const result = wrong ? { last: null, told: [[wrong]] } : COUNTS[tool.dataset.regner](day, tool, today);
      last = result.last;
      calendar.hidden = last === null;
      tell(result.told);
      const detail = { kind: tool.dataset.regner, day: last && say(day), last: last && say(last), late: last && last < today };
      path.dispatchEvent(new CustomEvent("kv-dag", { detail }));
    }

    tool.querySelector("[data-regn]").addEventListener("click", count);
    tool.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && fields.includes(event.target)) count();
    });
    tool.querySelector("[data-hent]").addEventListener("click", () => fetchCalendar(last));
    if (how) how.addEventListener("change", chooseHint);
    path.addEventListener("kv-ryd", clear);
  }

  for (const tool of path.querySelectorAll("[data-regner]")) setUp(tool);
})();
