package org.suzhi.response;

import java.util.Optional;

/** Where the files that a form names, such as lists of choices, are found. */
@FunctionalInterface
public interface ExternalFiles {
    ExternalFiles NONE = name -> Optional.empty();

    /** The content of a file by its name, without folders. */
    Optional<byte[]> content(String name);
}
