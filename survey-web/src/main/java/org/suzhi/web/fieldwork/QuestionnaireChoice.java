package org.suzhi.web.fieldwork;

/** A published questionnaire that a new wave can be answered on. */
public record QuestionnaireChoice(long id, String formId, String version, String title) {}
