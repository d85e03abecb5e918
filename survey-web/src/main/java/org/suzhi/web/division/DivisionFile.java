package org.suzhi.web.division;

/** The files that make up a division of work. */
public enum DivisionFile {
    WORK("work_division.csv", true),
    UNITS("units.csv", false),
    GROUPS("groups.csv", false),
    TARGETS("targets.csv", false),
    SCHEDULE("schedule.csv", false),
    OBLIGATIONS("obligations.csv", false);

    private final String usualName;
    private final boolean needed;

    DivisionFile(String usualName, boolean needed) {
        this.usualName = usualName;
        this.needed = needed;
    }

    public String usualName() {
        return usualName;
    }

    public boolean isNeeded() {
        return needed;
    }
}
