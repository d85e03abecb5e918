package org.suzhi.web.database;

import java.nio.file.Path;

/** Another process keeps its database in the same data folder. */
public final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder) {
        super("data folder " + folder.toAbsolutePath()
                + ": another Suzhi is running on it; stop that one, or name another folder with --data DIR");
    }
}
