"""What a file is by the bytes it begins with."""

from corpus.intake.limits import Limits

_SIGNS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "is_archive"),
    (b"{\\rtf", "is_rich_text"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"7z\xbc\xaf\x27\x1c", "is_archive"),
    (b"Rar!\x1a\x07", "is_archive"),
    (b"\x1f\x8b\x08", "is_archive"),
    (b"BZh", "is_archive"),
    (b"\xfd7zXZ\x00", "is_archive"),
    (b"\x28\xb5\x2f\xfd", "is_archive"),
    (b"MSCF", "is_archive"),
    (b"MZ", "is_program"),
    (b"\x7fELF", "is_program"),
    (b"\xcf\xfa\xed\xfe", "is_program"),
    (b"\xca\xfe\xba\xbe", "is_program"),
    (b"ID3", "is_media"),
    (b"OggS", "is_media"),
    (b"fLaC", "is_media"),
    (b"\x1aE\xdf\xa3", "is_media"),
)
"""What a file begins with → its form, or the sentence that says what to do with it."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "is_old_word"),
    ("Workbook", "is_old_sheet"),
    ("Book", "is_old_sheet"),
    ("PowerPoint Document", "is_presentation"),
)
"""Names of streams in a file of old Office → the sentence."""
_RIFF = {b"WEBP": "image", b"WAVE": "is_media", b"AVI ": "is_media"}
_HEIC = (b"heic", b"heix", b"mif1", b"avif", b"hevc", b"heim")
_TAR_AT = 257
_PDF_WITHIN = 1024


def signed(content: bytes) -> str:
    """zip, pdf or image, or the key of a sentence for a form that is not read; "" for what may be a text."""
    head = content[:16]
    if content.startswith(_COMPOUND):
        return next((key for stream, key in _STREAMS if stream.encode("utf-16-le") in content), "is_old_word")
    for sign, kind in _SIGNS:
        if head.startswith(sign) and not (sign.isalnum() and _looks_like_text(content)):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(content[8:12], "")
    if content[4:8] == b"ftyp":
        return "image" if content[8:12] in _HEIC else "is_media"
    if head.startswith(b"BM") and content[6:10] == bytes(4):
        return "image"
    if b"%PDF-" in content[:_PDF_WITHIN] and not content.lstrip().startswith((b"<", b"From ")):
        return "pdf"
    if content[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "is_archive"
    if content[:_PDF_WITHIN].lstrip()[:13].lower() == b"mime-version:" or b"\nMIME-Version:" in content[:_PDF_WITHIN]:
        return "is_web_archive"
    return ""


def office(name: str, content: bytes, limits: Limits) -> str:
    """What a packed file is by its parts: docx, xlsx, or the key of a sentence."""
    from corpus.intake.archive import opened  # noqa: PLC0415 most files are not packed

    with opened(name, content, limits) as archive:
        paths = set(archive.namelist())
    if "[Content_Types].xml" in paths:
        for part, kind in (
            ("word/", "docx"),
            ("xl/workbook.bin", "is_old_sheet"),
            ("xl/", "xlsx"),
            ("ppt/", "is_presentation"),
        ):
            if any(path.startswith(part) for path in paths):
                return kind
    if any(path.startswith("Index/") and path.endswith(".iwa") for path in paths) or "Index.zip" in paths:
        return "is_pages"
    if "content.xml" in paths and "mimetype" in paths:
        return "is_open_document"
    return "is_archive"


def _looks_like_text(content: bytes) -> bool:
    """Whether the first bytes are printed letters, as of a text that happens to begin like a program."""
    return not any(byte < 0x09 for byte in content[:64])  # noqa: PLR2004 the tab is the first sign of texts
