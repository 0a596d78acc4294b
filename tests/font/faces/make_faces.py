#!/usr/bin/python3
"""Draws the faces that the font tests use: ruler.ttf, ruler.otf, ruler-cid.otf (its CFF outlines go by character
identifiers, which are 100 and three times the glyph id), ruler-variable.ttf (with a weight axis), ruler-colour.ttf
(whose H is drawn in colour alone) and rulers.ttc (Ruler and Wide Ruler, whose letters are twice as wide). Needs python3-fonttools.

Every glyph is a rectangle, so that its metrics can be read off here. Run in this folder; the files are committed.
"""
import os

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

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


def key_by_identifier(font):
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    named = list(top.charset)
    identifiers = [".notdef"] + [f"cid{100 + 3 * glyph:05}" for glyph in range(1, len(named))]
    top.rawDict["ROS"] = top.ROS = ("Adobe", "Identity", 0)
    top.rawDict["CIDCount"] = top.CIDCount = 1000
    font_dict = FontDict()
    font_dict.Private = top.Private
    font_dict.setCFF2(False)
    font_dict.FontName = "Ruler-Regular-Part"
    top.FDArray = FDArrayIndex()
    top.FDArray.append(font_dict)
    top.FDSelect = FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0] * len(named)
    top.charset = identifiers
    strings = top.CharStrings
    strings.charStrings = {new: strings.charStrings[old] for old, new in zip(named, identifiers)}
    strings.fdSelect, strings.fdArray = top.FDSelect, top.FDArray
    for string in strings.charStringsIndex if strings.charStringsAreIndexed else ():
        string.fdSelectIndex = 0
    for name in ("Private", "Encoding", "encoding"):
        top.rawDict.pop(name, None)
        top.__dict__.pop(name, None)
    # The order is the program's charset now.
    names = dict(zip(named, identifiers))
    font.setGlyphOrder(identifiers)
    for table in font["cmap"].tables:
        table.cmap = {code: names[name] for code, name in table.cmap.items()}
    font["hmtx"].metrics = {names[name]: metric for name, metric in font["hmtx"].metrics.items()}


def build(outlines, kind="", family="Ruler", times=1):
    builder = FontBuilder(1000, isTTF=outlines == "ttf")
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({g[0]: name for name, g in GLYPHS.items() if g[0]})
    drawn = {}
    for name, (_, advance, *ink) in GLYPHS.items():
        advance *= times
        pen = TTGlyphPen(None) if outlines == "ttf" else T2CharStringPen(advance, None)
        rectangle(pen, *ink)
        drawn[name] = pen.glyph() if outlines == "ttf" else pen.getCharString()
    if outlines == "ttf":
        builder.setupGlyf(drawn)
    else:
        builder.setupCFF("Ruler-Regular", {"FullName": "Ruler Regular"}, drawn, {})
    builder.setupHorizontalMetrics({name: (g[1] * times, g[2]) for name, g in GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=900, descent=-250)
    builder.setupNameTable({"familyName": family, "styleName": "Regular",
                            "psName": f"{family.replace(' ', '')}-Regular"})
    builder.setupOS2(version=4, fsType=0, usWeightClass=400, sxHeight=500, sCapHeight=700, sTypoAscender=900,
                     sTypoDescender=-250, usWinAscent=900, usWinDescent=250)
    builder.setupPost()
    if kind != "-cid":
        addOpenTypeFeaturesFromString(builder.font, FEATURES)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    if kind == "-cid":
        key_by_identifier(builder.font)
    builder.save(f"ruler{kind}.{outlines}")


def vary(font):
    """A weight axis from 400 to 700 whose default is 400, without variations: what the tests ask is the default."""
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 400, 400, 700
    axis.axisNameID = font["name"].addName("Weight", platforms=((3, 1, 0x409),))
    font["fvar"] = newTable("fvar")
    font["fvar"].axes = [axis]
    font["gvar"] = newTable("gvar")
    font["gvar"].version, font["gvar"].reserved, font["gvar"].variations = 1, 0, {}


def blank_but_coloured(font, name):
    """Takes a glyph's outline away and draws it in a layer of colour, as emoji fonts do."""
    font["glyf"][name] = TTGlyphPen(None).glyph()
    font["COLR"] = buildCOLR({name: [("x", 0)]}, version=0)
    font["CPAL"] = buildCPAL([[(0.8, 0.1, 0.1, 1.0)]])


def change(kind, edit, *arguments):
    font = TTFont("ruler.ttf", recalcTimestamp=False)
    edit(font, *arguments)
    font.save(f"ruler-{kind}.ttf")


build("ttf", "-wide", "Wide Ruler", 2)
for arguments in (("ttf",), ("otf",), ("otf", "-cid")):
    build(*arguments)
change("variable", vary)
change("colour", blank_but_coloured, "H")
collection = TTCollection()
collection.fonts = [TTFont("ruler.ttf", recalcTimestamp=False), TTFont("ruler-wide.ttf", recalcTimestamp=False)]
collection.save("rulers.ttc")
os.remove("ruler-wide.ttf")
