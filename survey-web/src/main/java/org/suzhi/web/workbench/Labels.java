package org.suzhi.web.workbench;

/** What columns and their categories are called in one language. */
public interface Labels {
    /** What a column is, else its name. */
    String label(String name);

    /** What a category is, else its code. */
    String level(String name, String code);
}
