package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Binary output with the least significant byte first, which knows how far it has got. */
final class LittleEndian {
    private final OutputStream out;
    private final byte[] buffer = new byte[8];
    private long position;

    LittleEndian(OutputStream out) {
        this.out = out;
    }

    long position() {
        return position;
    }

    LittleEndian integer(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            buffer[i] = (byte) (value >>> (8 * i));
        }
        out.write(buffer, 0, bytes);
        position += bytes;
        return this;
    }

    LittleEndian real(double value) throws IOException {
        return integer(Double.doubleToRawLongBits(value), 8);
    }

    LittleEndian bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
        return this;
    }

    LittleEndian text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in a field of fixed width, filled with zeros. */
    LittleEndian field(String text, int width) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > width) {
            throw new IllegalArgumentException("a text of " + bytes.length + " bytes for a field of " + width);
        }
        return bytes(java.util.Arrays.copyOf(bytes, width));
    }
}
