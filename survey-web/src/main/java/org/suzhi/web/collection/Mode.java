package org.suzhi.web.collection;

/** How a response was given; a variable of every response. */
public enum Mode {
    FACE_TO_FACE,
    WEB,
    ODK_COLLECT
}
