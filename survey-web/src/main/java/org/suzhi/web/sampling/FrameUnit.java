package org.suzhi.web.sampling;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a sampling frame, such as a village.
 *
 * @param size persons of the target population living in it
 * @param latitude in degrees, with the longitude absent where the frame does not tell
 */
public record FrameUnit(
        String code,
        String nameZh,
        String nameEn,
        String town,
        String stratum,
        String residence,
        int size,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
