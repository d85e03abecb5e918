/** Quality of the interviews: flags, review by supervisors, call-backs, the effect of interviewers. */
@NullMarked
package org.suzhi.web.quality;

import org.jspecify.annotations.NullMarked;
