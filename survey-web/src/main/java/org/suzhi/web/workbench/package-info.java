/** Workbench: tables, comparisons, tests and models of waves, asked on pages and answered with their specification. */
@NullMarked
package org.suzhi.web.workbench;

import org.jspecify.annotations.NullMarked;
