package org.suzhi.web.export.format;

import java.io.IOException;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Variable;

/**
 * How Stata stores a variable.
 *
 * @param code in the file: 1 to 2045 for a text of that many bytes
 * @param width bytes of a cell
 */
record DtaType(int code, int width) {
    private static final DtaType BYTE = new DtaType(65530, 1);
    private static final DtaType INT = new DtaType(65529, 2);
    private static final DtaType LONG = new DtaType(65528, 4);
    private static final DtaType DOUBLE = new DtaType(65526, 8);
    /** A text of any length, kept elsewhere in the file. */
    static final DtaType LONG_TEXT = new DtaType(32768, 8);

    static final int LONGEST_TEXT = 2045;
    static final int LARGEST_LONG = 2_147_483_620;

    static DtaType of(Variable variable, int index, Profile profile) {
        return switch (variable.kind()) {
            case FLAG -> BYTE;
            case CATEGORY -> categories(variable);
            case WHOLE -> profile.isWithin(index, -LARGEST_LONG, LARGEST_LONG) ? LONG : DOUBLE;
            case REAL, MOMENT -> DOUBLE;
            case DAY -> LONG;
            case TEXT ->
                profile.longest(index) > LONGEST_TEXT
                        ? LONG_TEXT
                        : new DtaType(Math.max(1, profile.longest(index)), Math.max(1, profile.longest(index)));
        };
    }

    private static DtaType categories(Variable variable) {
        int low = variable.categories().stream().mapToInt(c -> c.number()).min().orElse(0);
        int high =
                variable.categories().stream().mapToInt(c -> c.number()).max().orElse(0);
        if (low >= -127 && high <= 100) {
            return BYTE;
        }
        return low >= -32_767 && high <= 32_740 ? INT : LONG;
    }

    boolean isText() {
        return code <= LONG_TEXT.code;
    }

    String format(Variable variable) {
        return switch (variable.kind()) {
            case MOMENT -> "%tc";
            case DAY -> "%td";
            case TEXT -> this.equals(LONG_TEXT) ? "%9s" : "%" + Math.min(code, 244) + "s";
            case REAL -> "%12.0g";
            default -> "%9.0g";
        };
    }

    void number(double value, LittleEndian out) throws IOException {
        if (this.equals(DOUBLE)) {
            out.real(value);
        } else {
            out.integer((long) value, width);
        }
    }

    /** A value that is missing without a reason: {@code .} */
    void none(LittleEndian out) throws IOException {
        missing(0, out);
    }

    void missing(MissingReason reason, LittleEndian out) throws IOException {
        missing(Cell.letter(reason) - 'a' + 1, out);
    }

    /** {@code .} is the first number above the range of its type, {@code .a} the next, and so on. */
    private void missing(int letter, LittleEndian out) throws IOException {
        switch (width) {
            case 1 -> out.integer(101 + letter, 1);
            case 2 -> out.integer(32_741 + letter, 2);
            case 4 -> out.integer(2_147_483_621L + letter, 4);
            default -> out.integer(0x7FE0_0000_0000_0000L + ((long) letter << 40), 8);
        }
    }
}
