package org.suzhi.web.report;

import java.time.LocalDate;

/**
 * What makes a report a document of an office, after GB/T 9704-2012, Layout key for official document of Party and
 * government organs. All but the date may be "": it is then left out.
 *
 * @param issuer 发文机关: signs the document
 * @param number 发文字号
 * @param addressee 主送机关
 * @param date 成文日期
 */
public record Letterhead(String issuer, String number, String addressee, LocalDate date) {}
