package org.suzhi.web.command;

import java.sql.SQLException;
import org.springframework.boot.web.server.PortInUseException;
import org.suzhi.web.database.DataFolderInUse;

/** Finds the one sentence in a failed start that helps the user. */
final class Complaint {
    private Complaint() {}

    static String inWords(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PortInUseException port) {
                return "port " + port.getPort() + " is in use; stop what uses it, or name another with --port";
            }
            if (t instanceof DataFolderInUse) {
                return firstLine(t);
            }
            if (t instanceof SQLException) {
                return "database: " + firstLine(t) + "; check SUZHI_DATABASE_URL, _USER and _PASSWORD";
            }
        }
        return firstLine(failure);
    }

    private static String firstLine(Throwable t) {
        String message = t.getMessage() == null ? t.toString() : t.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
