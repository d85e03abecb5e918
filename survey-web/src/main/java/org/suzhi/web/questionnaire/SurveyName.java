package org.suzhi.web.questionnaire;

/** A survey that a questionnaire can be published for. */
public record SurveyName(long id, String nameZh, String nameEn, boolean synthetic) {}
