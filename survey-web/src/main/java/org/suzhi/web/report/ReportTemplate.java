package org.suzhi.web.report;

import java.time.Instant;

/**
 * A Word template that an office has uploaded.
 *
 * @param language "zh-CN" or "en"
 * @param name of the file
 * @param uploadedBy name of who uploaded it
 */
public record ReportTemplate(String language, String name, String sha256, String uploadedBy, Instant uploadedAt) {}
