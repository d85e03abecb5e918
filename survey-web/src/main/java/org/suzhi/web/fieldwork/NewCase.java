package org.suzhi.web.fieldwork;

/** A case to be added to a wave. */
public record NewCase(String code, String psuCode, String townCode, SurveyCase.Contact contact) {}
