package org.suzhi.web.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.suzhi.web.export.table.Surroundings;

/**
 * How exports read answers.
 *
 * @param refusal the answer by which a respondent declines the interview, as {@code consent: no}
 */
@ConfigurationProperties("suzhi.export")
record ExportSettings(Surroundings.Refusal refusal) {}
