"""What a field looks like before and after it is filled in: appearance streams, so that no viewer has to invent one."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf

_INK = b"0.05 0.1 0.2"
_ROUND = 0.5523  # how far the control points of a quarter circle stand, as a part of the radius


class Looks:
    """Draws appearances in one PDF, and each only once."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[str, float, float], Object] = {}

    def empty(self, width: float, height: float) -> Object:
        """A text field without text; sizes in points."""
        return self._draw("text", width, height, b"/Tx BMC EMC")

    def off(self, size: float) -> Object:
        """A circle or square that is not chosen: the shape itself stands on the page."""
        return self._draw("off", size, size, b"")

    def dot(self, size: float) -> Object:
        """A chosen circle: a disc that hides the digit in it."""
        return self._draw("dot", size, size, _disc(size / 2, size * 0.32))

    def cross(self, size: float) -> Object:
        """A chosen square: a cross, as people make on paper."""
        near, far = size * 0.22, size * 0.78
        line = f"{size * 0.13:.2f} w 1 J {near:.2f} {near:.2f} m {far:.2f} {far:.2f} l {near:.2f} {far:.2f} m {far:.2f} {near:.2f} l S"
        return self._draw("cross", size, size, _INK + b" RG " + line.encode())

    def _draw(self, kind: str, width: float, height: float, content: bytes) -> Object:
        width, height = round(width, 2), round(height, 2)
        if (kind, width, height) not in self._made:
            box = Array([0, 0, width, height])
            form = self._pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
            self._made[kind, width, height] = form
        return self._made[kind, width, height]


def _disc(middle: float, radius: float) -> bytes:
    """A filled circle out of four curves."""
    far, bend = radius, radius * _ROUND
    points = [
        [(far, bend), (bend, far), (0.0, far)],
        [(-bend, far), (-far, bend), (-far, 0.0)],
        [(-far, -bend), (-bend, -far), (0.0, -far)],
        [(bend, -far), (far, -bend), (far, 0.0)],
    ]
    curves = " ".join(" ".join(f"{middle + x:.2f} {middle + y:.2f}" for x, y in three) + " c" for three in points)
    return _INK + f" rg {middle + far:.2f} {middle:.2f} m {curves} f".encode()
