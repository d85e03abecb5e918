package org.suzhi.web.supervision;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the path of an SVG image.
 *
 * @param size of its square, in modules
 * @param path of its dark modules
 */
record QrCode(int size, String path) {
    private static final int QUIET_MODULES = 4;

    static QrCode of(String text) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(code.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("address too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** The {@code viewBox} of the image. */
    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
