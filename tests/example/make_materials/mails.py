"""Makes the mail templates: text and HTML in one message, quoted-printable, CRLF, merge fields left open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from .fill import TEXTS, marked_up, plain, text_of

_POLICY = SMTP.clone(cte_type="7bit")


def files() -> Iterator[tuple[str, bytes]]:
    for path in sorted((TEXTS / "email").glob("*.txt")):
        yield f"email/{path.stem}.eml", _mail(path.stem)


def _mail(name: str) -> bytes:
    head, _, body = text_of(f"email/{name}.txt").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = fields["from"]
    mail["To"] = '"{{first_name}} {{last_name}}" <recipient@client.example>'
    mail["Subject"] = fields["subject"]
    mail["Date"] = datetime.fromisoformat(fields["date"])
    mail["Message-ID"] = f"<{name}@templates.kelvaro.example>"
    mail.set_content(plain(body), cte="quoted-printable")
    pieces = {"subject": fields["subject"], "body": marked_up(text_of(f"email/{name}.html")).rstrip("\n")}
    page = marked_up(text_of("email/_shell.html"), pieces)
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"kelvaro-{name}")
    return mail.as_bytes()
