"""A small terminal: what a program writes becomes rows of cells.

It understands what the REPL, rustyline and util.inspect write: cursor movement, erasing, colours, wrapping with the
pending state of real terminals, wide and combining characters. Everything else is passed over.
"""

import re
import unicodedata

ESCAPE = re.compile(
    r'\x1b\[([?>=]?)([0-9;]*)([@-~])'
    r'|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)'
    r'|\x1b([78DEMc=>])')


PLAIN = re.compile('[ -~]+')


def width(char):
    """Columns that a character takes."""
    if unicodedata.combining(char) or char in '\u200b\u200d\ufe0f':
        return 0
    return 2 if unicodedata.east_asian_width(char) in 'WF' else 1


class Screen:
    def __init__(self, columns=80, rows=24):
        self.columns = columns
        self.rows = rows
        self.cells = [self._blank() for _ in range(rows)]
        self.scrollback = []
        self.row = 0
        self.column = 0
        self.style = ''
        self.saved = (0, 0)
        self.pasting = False
        self.cursor_visible = True
        self._pending = ''

    def _blank(self):
        return [(' ', '')] * self.columns

    def feed(self, text):
        text = self._pending + text
        self._pending = ''
        at = 0
        while at < len(text):
            char = text[at]
            if char == '\x1b':
                match = ESCAPE.match(text, at)
                if match is None:
                    if len(text) - at < 64:
                        self._pending = text[at:]
                        return
                    at += 1
                    continue
                self._escape(match)
                at = match.end()
                continue
            plain = PLAIN.match(text, at)
            if plain is not None:
                self._put_plain(plain.group())
                at = plain.end()
                continue
            at += 1
            if char == '\r':
                self.column = 0
            elif char == '\n':
                self._line_feed()
            elif char == '\b':
                self.column = max(0, min(self.column, self.columns - 1) - 1)
            elif char == '\t':
                self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
            elif char >= ' ' and char != '\x7f':
                self._put(char)

    def _line_feed(self):
        if self.row == self.rows - 1:
            self._scroll_off()
            self.cells.append(self._blank())
        else:
            self.row += 1

    def _scroll_off(self):
        self.scrollback.append(''.join([text for text, _ in self.cells.pop(0)]).rstrip())
        if len(self.scrollback) > 20000:
            del self.scrollback[:10000]

    def _put_plain(self, text):
        """Writes characters of one column each, a row at a time."""
        while text:
            if self.column >= self.columns:
                self.column = 0
                self._line_feed()
            piece = text[:self.columns - self.column]
            style = self.style
            self.cells[self.row][self.column:self.column + len(piece)] = [(char, style) for char in piece]
            self.column += len(piece)
            text = text[len(piece):]

    def _put(self, char):
        columns = width(char)
        if columns == 0:
            at = max(0, min(self.column, self.columns) - 1)
            if at > 0 and self.cells[self.row][at][0] == '':
                at -= 1
            text, style = self.cells[self.row][at]
            self.cells[self.row][at] = (text + char, style)
            return
        # Writing into the last column leaves the cursor there; the next character wraps.
        if self.column + columns > self.columns and self.columns >= columns:
            self.column = 0
            self._line_feed()
        row = self.cells[self.row]
        row[min(self.column, self.columns - 1)] = (char, self.style)
        if columns == 2 and self.column + 1 < self.columns:
            row[self.column + 1] = ('', self.style)
        self.column += columns

    def _escape(self, match):
        private, numbers, final, short = match.groups()
        if short is not None:
            if short == '7':
                self.saved = (self.row, self.column)
            elif short == '8':
                self.row, self.column = self.saved
            elif short == 'M':
                self.row = max(0, self.row - 1)
            return
        if final is None:
            return
        values = [int(n) if n else 0 for n in numbers.split(';')]
        n = max(1, values[0])
        column = min(self.column, self.columns - 1)
        if private:
            if values[0] == 2004:
                self.pasting = final == 'h'
            elif values[0] == 25:
                self.cursor_visible = final == 'h'
        elif final == 'A':
            self.row = max(0, self.row - n)
        elif final == 'B':
            self.row = min(self.rows - 1, self.row + n)
        elif final == 'C':
            self.column = min(self.columns - 1, column + n)
        elif final == 'D':
            self.column = max(0, column - n)
        elif final == 'G':
            self.column = min(self.columns - 1, n - 1)
        elif final in 'Hf':
            self.row = min(self.rows - 1, n - 1)
            self.column = min(self.columns - 1, max(1, values[1] if len(values) > 1 else 1) - 1)
        elif final == 'J':
            if values[0] == 0:
                self._erase(self.row, column, self.columns)
                below = range(self.row + 1, self.rows)
            else:
                below = range(self.rows)
            for row in below:
                self.cells[row] = self._blank()
            if values[0] == 3:
                self.scrollback = []
        elif final == 'K':
            first = 0 if values[0] else column
            last = column + 1 if values[0] == 1 else self.columns
            self._erase(self.row, first, last)
        elif final == 'm':
            self._colour(values)

    def _erase(self, row, first, last):
        for column in range(first, last):
            self.cells[row][column] = (' ', '')

    def _colour(self, values):
        for value in values:
            if value == 0:
                self.style = ''
            elif value == 39:
                self.style = ';'.join(s for s in self.style.split(';') if not re.fullmatch('3[0-7]|9[0-7]', s))
            elif value == 22:
                self.style = ';'.join(s for s in self.style.split(';') if s not in ('1', '2'))
            else:
                self.style = f'{self.style};{value}' if self.style else str(value)

    def resize(self, columns, rows):
        """Cuts or pads rows; unlike some terminals it does not wrap them anew."""
        while len(self.cells) > rows:
            if self.row > 0:
                self._scroll_off()
                self.row -= 1
            else:
                self.cells.pop()
        self.cells = [(row + [(' ', '')] * columns)[:columns] for row in self.cells]
        self.columns = columns
        self.cells += [self._blank() for _ in range(rows - len(self.cells))]
        self.rows = rows
        self.column = min(self.column, columns - 1)

    def line(self, row):
        return ''.join(text for text, _ in self.cells[row]).rstrip()

    def lines(self):
        """All rows down to the last with text or the cursor, those that were scrolled away first."""
        now = [self.line(row) for row in range(self.rows)]
        while len(now) - 1 > self.row and not now[-1]:
            now.pop()
        return self.scrollback + now

    def line_with_cursor(self):
        row = self.cells[self.row]
        column = min(self.column, self.columns)
        before = ''.join(text for text, _ in row[:column])
        return (before + '|' + ''.join(text for text, _ in row[column:])).rstrip()

    def styles(self, row):
        """Runs of the same style in a row: pairs of text and style."""
        runs = []
        for text, style in self.cells[row]:
            if runs and runs[-1][1] == style:
                runs[-1][0] += text
            else:
                runs.append([text, style])
        return [(text, style) for text, style in runs]
