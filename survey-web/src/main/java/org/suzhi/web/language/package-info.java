/** Language: which of Chinese and English a reader gets. */
@NullMarked
package org.suzhi.web.language;

import org.jspecify.annotations.NullMarked;
