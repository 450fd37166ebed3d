"""A finished file whose spots can be filled again and again, written without a PDF library.

All objects that never change are laid down once as bytes, with their places; a document is those
bytes, its own streams, and the table of places (ISO 32000-1, 7.5).
"""

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from press.imprint.template import Template

_OBJECT = re.compile(rb"^(\d{10}) \d{5} n", re.MULTILINE)
_ID = re.compile(rb"/ID \[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}> ?\]")
_NAMED = re.compile(rb"uuid:([0-9a-f-]{36})")


@dataclass(frozen=True)
class ShellFile:
    """The bytes of a finished file: `fixed` objects and where each lies, the rest by number.

    `streams` are the dictionaries of the contents with spots, without their length; `named` is the
    metadata packet that names the document, by its number, where there is one.
    """

    fixed: bytes
    offsets: tuple[int, ...]
    trailer: bytes
    templates: Mapping[int, Template]
    streams: Mapping[int, bytes]
    named: tuple[int, bytes] | None

    def document(
        self, drawn: Mapping[int, bytes], pictures: Mapping[int, bytes], key: str
    ) -> bytes:
        """A whole file.

        Args:
            drawn: what is drawn in each spot, by its number.
            pictures: image objects, by number, in the place of those of the shell.
            key: 32 hexadecimal digits that name the document; the same always give the same bytes.
        """
        own = {
            number: _stream(self.streams[number], template.filled(drawn))
            for number, template in self.templates.items()
        }
        own |= pictures
        if self.named:
            number, packet = self.named
            own[number] = _renamed(packet, key)
        body = [self.fixed]
        place = len(self.fixed)
        offsets = list(self.offsets)
        for number, content in own.items():
            written = b"%d 0 obj\n%b\nendobj\n" % (number, content)
            offsets[number] = place
            body.append(written)
            place += len(written)
        body.append(b"xref\n0 %d\n0000000000 65535 f \n" % len(offsets))
        body += [b"%010d 00000 n \n" % offset for offset in offsets[1:]]
        named = b"/ID [ <%b> <%b> ]" % (key.encode(), key.encode())
        body.append(_ID.sub(named, self.trailer) + b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(body)


def _stream(dictionary: bytes, packed: bytes) -> bytes:
    head = b"%b /Filter /FlateDecode /Length %d >>" % (dictionary, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def _renamed(stream: bytes, key: str) -> bytes:
    """A metadata packet with identifiers of its own; those it had are of the same length."""

    def name(match: re.Match[bytes]) -> bytes:
        digits = hashlib.sha256(match[1] + key.encode()).hexdigest()
        parts = (digits[:8], digits[8:12], "5" + digits[13:16], "8" + digits[17:20], digits[20:32])
        return b"uuid:" + "-".join(parts).encode()

    return _NAMED.sub(name, stream)


def open_shell(pdf: bytes, templates: Mapping[int, Template]) -> ShellFile:
    """Lay down what never changes of a file.

    Args:
        pdf: with a plain table of places and unpacked metadata, as `flattened` writes it.
        templates: by the number of the object that holds the content.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = {number: _opened(document.get_object(number, 0)) for number in templates}
        images = {
            picture_of(document, number, place.image)
            for number, template in templates.items()
            for place in template.places
            if place.image
        }
        packet = document.Root.get("/Metadata")
        metadata = packet.objgen[0] if packet is not None else None
    table, trailer = _table(pdf)
    own = set(templates) | images | ({metadata} if metadata else set())
    fixed = [pdf[: min(table.values())]]
    place = len(fixed[0])
    offsets = [0] * (max(table) + 1)
    pieces = _objects(pdf, table)
    named = None
    for number, written in pieces.items():
        if number == metadata:
            named = number, _content(written)
        if number in own:
            continue
        offsets[number] = place
        fixed.append(written)
        place += len(written)
    return ShellFile(b"".join(fixed), tuple(offsets), trailer, templates, streams, named)


def picture_of(document: pikepdf.Pdf, content: int, name: str) -> int:
    """The number of the image that a content names."""
    image = document.get_object(content, 0).Resources.XObject[name]
    return int(image.objgen[0])


def flattened(document: pikepdf.Pdf) -> bytes:
    """A document as bytes with a plain table of places, in which object numbers stay."""
    buffer = io.BytesIO()
    document.save(
        buffer,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return buffer.getvalue()


def image_object(width: int, height: int, packed: bytes) -> bytes:
    """A gray picture of 8 bits, its rows deflated."""
    head = b"<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"
    return _stream(head + b" /Width %d /Height %d" % (width, height), packed)


def _opened(stream: pikepdf.Object) -> bytes:
    """The dictionary of a stream as bytes, open at its end, without length and filter."""
    copy = pikepdf.Dictionary(dict(stream.stream_dict.items()))
    for key in ("/Length", "/Filter", "/DecodeParms"):
        if key in copy:
            del copy[key]
    return copy.unparse().removesuffix(b">>")


def _table(pdf: bytes) -> tuple[dict[int, int], bytes]:
    """Where each object lies, and the trailer."""
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    table, trailer = pdf[start:].split(b"trailer", 1)
    lines = table.split(b"\n")[2:]
    places = {number: int(line[:10]) for number, line in enumerate(lines) if _OBJECT.match(line)}
    return places, b"trailer" + trailer[: trailer.rindex(b"startxref")]


def _objects(pdf: bytes, table: Mapping[int, int]) -> dict[int, bytes]:
    """The bytes of each object, from its number to its end, in the order of the file."""
    ordered = sorted(table.items(), key=lambda item: item[1])
    ends = [place for _, place in ordered[1:]] + [pdf.rindex(b"xref\n0 ")]
    return {number: pdf[place:end] for (number, place), end in zip(ordered, ends, strict=True)}


def _content(written: bytes) -> bytes:
    """An object without its number and end."""
    return written.partition(b" obj")[2].rpartition(b"endobj")[0].strip()
