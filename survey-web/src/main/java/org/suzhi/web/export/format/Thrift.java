package org.suzhi.web.export.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures in Thrift's compact protocol, which Parquet's headers are in. */
final class Thrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] finish() {
        bytes.write(0);
        return bytes.toByteArray();
    }

    private void field(int id, int type) {
        int step = id - last;
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("field " + id + " after field " + last);
        }
        bytes.write((step << 4) | type);
        last = id;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void binary(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes.writeBytes(utf8);
    }

    Thrift i32(int id, int value) {
        field(id, I32);
        zigzag(value);
        return this;
    }

    Thrift i64(int id, long value) {
        field(id, I64);
        zigzag(value);
        return this;
    }

    Thrift string(int id, String text) {
        field(id, BINARY);
        binary(text);
        return this;
    }

    private void list(int id, int type, int size) {
        field(id, LIST);
        if (size < 15) {
            bytes.write((size << 4) | type);
        } else {
            bytes.write(0xF0 | type);
            varint(size);
        }
    }

    Thrift i32s(int id, int... values) {
        list(id, I32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    Thrift strings(int id, String... texts) {
        list(id, BINARY, texts.length);
        for (String text : texts) {
            binary(text);
        }
        return this;
    }

    /** A structure as a field; {@link #end} ends it. */
    Thrift struct(int id) {
        field(id, STRUCT);
        return element();
    }

    /** A list of structures, each of which begins with {@link #element} and ends with {@link #end}. */
    Thrift structs(int id, int size) {
        list(id, STRUCT, size);
        return this;
    }

    Thrift element() {
        outer.push(last);
        last = 0;
        return this;
    }

    Thrift end() {
        bytes.write(0);
        last = outer.pop();
        return this;
    }
}
