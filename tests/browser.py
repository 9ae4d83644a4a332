"""What a browser makes of our pages: on a phone and on a desk, light and dark, all of them in one run of Chromium.

Every page stands in a frame of its own, whose colour scheme a page inherits as if it were the system's. A script outside the frames
measures what is inside.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

BINARY = shutil.which("chromium")
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
)
#: CSS pixels.
PHONE, DESK = 390, 1280
#: Of every text that is shown: its contrast with the ground that it stands on (WCAG 2.2 § 1.4.3); colours that let something through are
#: laid over each other.
_SCRIPT = r"""
const rgba = text => { const n = text.match(/[\d.]+/g).map(Number); return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1]; };
const over = (top, ground) => [0, 1, 2].map(i => top[i] * top[3] + ground[i] * (1 - top[3]));
const light = colour => { const [r, g, b] = colour.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
function groundOf(frame, element) {
  const layers = [];
  for (let one = element; one; one = one.parentElement) layers.push(rgba(frame.contentWindow.getComputedStyle(one).backgroundColor));
  let ground = frame.dataset.dark === "true" ? [18, 18, 18] : [255, 255, 255];
  for (const layer of layers.reverse()) ground = over(layer, ground);
  return ground;
}
function measure(frame) {
  const page = frame.contentDocument, walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let contrast = 21, faintest = "", steepness = 0, steepest = "";
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
    if (!text || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const style = frame.contentWindow.getComputedStyle(element), ground = groundOf(frame, element);
    const ink = over(rgba(element.ownerSVGElement ? style.fill : style.color), ground);
    const found = ratio(ink, ground), span = page.createRange();
    span.selectNodeContents(walker.currentNode);
    const box = span.getBoundingClientRect();
    if (box.width && box.height / box.width > steepness) { steepness = box.height / box.width; steepest = text.slice(0, 80); }
    if (found < contrast) { contrast = found; faintest = text.slice(0, 80); }
  }
  const requests = frame.contentWindow.performance.getEntriesByType("resource").map(one => one.name);
  return {name: frame.dataset.name, width: frame.width - 0, is_dark: frame.dataset.dark === "true", contrast, faintest,
    steepness, steepest, requests,
    needed_width: page.documentElement.scrollWidth, needed_height: page.documentElement.scrollHeight,
    scripts: page.scripts.length, text: page.body.innerText};
}
onload = () => { const found = document.createElement("pre"); found.id = "found";
  found.textContent = JSON.stringify([...document.querySelectorAll("iframe")].map(measure)); document.body.append(found); };
"""


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Of two colours as `#rrggbb`, 1 to 21 (WCAG 2.2 § 1.4.3)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@dataclass(frozen=True)
class PageView:
    """A page as somebody sees it. `needed_width`: more than `width` means that one must scroll sideways; `needed_height` shows all of it.
    `contrast`: the weakest of any text, 1 to 21, and `faintest` that text. `steepness`: height by width of the narrowest, `steepest`.
    `requests`: what the page asked for beside itself."""

    name: str
    width: int
    is_dark: bool
    needed_width: int
    needed_height: int
    contrast: float
    faintest: str
    steepness: float
    steepest: str
    scripts: int
    requests: list[str]
    text: str


def view_pages(pages: Mapping[str, str]) -> list[PageView]:
    """Four views of every page: phone and desk, light and dark. AssertionError: the browser said nothing."""
    frames = [
        f'<iframe srcdoc="{escape(page)}" data-name="{escape(name)}" data-dark="{str(is_dark).lower()}" width="{width}" height="200"'
        f' style="border:0;color-scheme:{"dark" if is_dark else "light"}"></iframe>'
        for name, page in pages.items()
        for width in (PHONE, DESK)
        for is_dark in (False, True)
    ]
    document = f'<!doctype html><meta charset="utf-8"><body>{"".join(frames)}<script>{_SCRIPT}</script>'
    return [PageView(**row) for row in _run(document)]


def _run(document: str) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pages.html")
        path.write_text(document)
        command = [*CHROMIUM, f"--user-data-dir={folder}/profile", "--dump-dom", path.as_uri()]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    _, mark, rest = done.stdout.partition('<pre id="found">')
    assert mark, done.stderr[-2000:]
    rows: list[dict[str, Any]] = json.loads(unescape(rest.partition("</pre>")[0]))
    return rows
