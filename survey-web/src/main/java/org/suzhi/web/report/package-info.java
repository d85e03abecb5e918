/** Circulars and evaluation reports: the published numbers as page, PDF and Word file. */
@NullMarked
package org.suzhi.web.report;

import org.jspecify.annotations.NullMarked;
