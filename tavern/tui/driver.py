"""The terminal, read so that no byte in it can end the game, and a terminal that is gone ends it in order."""

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys

BYTES_AT_ONCE = 4096


class SturdyParser(XTermParser):
    """Ignores a key report that names no character, where the one it is made from raises."""

    def _sequence_to_key_events(
        self,
        sequence: str,
        alt: bool = False,  # noqa: FBT001, FBT002 - the signature is Textual's
    ) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]


class SturdyDriver(LinuxDriver):
    """Reads bytes that are not UTF-8 as U+FFFD, and tells the application when its terminal is gone."""

    def run_input_thread(self) -> None:
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        parser = SturdyParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    arrived = self._read()
                    if not arrived:
                        self._hang_up()
                        return
                    for event in parser.feed(decode(arrived) or " "):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, BYTES_AT_ONCE)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        self._app.call_later(self._app.exit, 128 + signal.SIGHUP)
