/** Responses: submissions checked against the published form, typed answers, findings. */
@NullMarked
package org.suzhi.response;

import org.jspecify.annotations.NullMarked;
