package org.suzhi.web.problem;

import org.springframework.web.util.HtmlUtils;

/** The response body that the OpenRosa protocol gives: one message in words. */
public final class OpenRosaMessage {
    private OpenRosaMessage() {}

    public static String xml(String message) {
        return "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message>"
                + HtmlUtils.htmlEscapeDecimal(message, "UTF-8") + "</message></OpenRosaResponse>";
    }
}
