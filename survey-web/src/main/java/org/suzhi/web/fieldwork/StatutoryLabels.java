package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a statistical questionnaire must carry under the Regulation on the Implementation of the Statistics Law of the
 * People's Republic of China (统计法实施条例).
 *
 * @param formNumber 表号
 * @param issuingBody 制定机关
 * @param approvalNumber 批准文号 or 备案文号
 * @param validUntil 有效期至: the last day on which the questionnaire may be used
 */
public record StatutoryLabels(
        @Nullable String formNumber,
        @Nullable String issuingBody,
        @Nullable String approvalNumber,
        @Nullable LocalDate validUntil) {
    public static final StatutoryLabels NONE = new StatutoryLabels(null, null, null, null);

    public boolean isValid(LocalDate today) {
        return validUntil == null || !today.isAfter(validUntil);
    }
}
