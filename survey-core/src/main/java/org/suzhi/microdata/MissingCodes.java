package org.suzhi.microdata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Missing reasons packed as bytes; no bytes at all when every missing value is an item without an answer. */
final class MissingCodes {
    static final byte[] NONE = {};
    private static final MissingReason[] REASONS = MissingReason.values();

    private MissingCodes() {}

    static byte of(@Nullable MissingReason reason) {
        return (byte) (reason == null ? 0 : List.of(REASONS).indexOf(reason));
    }

    static MissingReason reason(byte[] codes, int row) {
        return codes.length == 0 ? MissingReason.NOT_ANSWERED : REASONS[codes[row]];
    }
}
