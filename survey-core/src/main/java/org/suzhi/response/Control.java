package org.suzhi.response;

/** How an item is asked. */
public enum Control {
    /** Not shown: calculated, preloaded or hidden. */
    NONE,
    INPUT,
    SELECT_ONE,
    SELECT_MULTIPLE,
    RANK,
    RANGE,
    TRIGGER,
    UPLOAD
}
