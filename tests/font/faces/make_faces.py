#!/usr/bin/python3
"""Draws the faces that the font tests use: ruler.ttf and ruler.otf. Needs python3-fonttools.

Every glyph is a rectangle, so that its metrics can be read off here. Run in this folder; the files are committed.
"""
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

# name: (character, advance, ink left, bottom, right, top)
GLYPHS = {
    ".notdef": (None, 500, 50, 0, 450, 700),
    "space": (0x20, 250, 0, 0, 0, 0),
    "hyphen": (0x2010, 300, 50, 200, 250, 260),
    "H": (0x48, 700, 80, 0, 620, 700),
    "x": (0x78, 500, 40, 0, 460, 500),
    "f": (0x66, 300, 20, 0, 280, 720),
    "i": (0x69, 250, 60, 0, 190, 700),
    "fi": (None, 540, 20, 0, 480, 720),
    "acute": (0x301, 0, -300, 550, -200, 700),
}
FEATURES = """
languagesystem DFLT dflt;
languagesystem latn dflt;
feature liga { sub f i by fi; } liga;
feature kern { pos H x -40; } kern;
"""


def rectangle(pen, left, bottom, right, top):
    if left == right:
        return
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


def build(outlines):
    builder = FontBuilder(1000, isTTF=outlines == "ttf")
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({g[0]: name for name, g in GLYPHS.items() if g[0]})
    drawn = {}
    for name, (_, advance, *ink) in GLYPHS.items():
        pen = TTGlyphPen(None) if outlines == "ttf" else T2CharStringPen(advance, None)
        rectangle(pen, *ink)
        drawn[name] = pen.glyph() if outlines == "ttf" else pen.getCharString()
    if outlines == "ttf":
        builder.setupGlyf(drawn)
    else:
        builder.setupCFF("Ruler-Regular", {"FullName": "Ruler Regular"}, drawn, {})
    builder.setupHorizontalMetrics({name: (g[1], g[2]) for name, g in GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=900, descent=-250)
    builder.setupNameTable({"familyName": "Ruler", "styleName": "Regular", "psName": "Ruler-Regular"})
    builder.setupOS2(version=4, fsType=0, usWeightClass=400, sxHeight=500, sCapHeight=700, sTypoAscender=900,
                     sTypoDescender=-250, usWinAscent=900, usWinDescent=250)
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, FEATURES)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(f"ruler.{outlines}")


for kind in ("ttf", "otf"):
    build(kind)
