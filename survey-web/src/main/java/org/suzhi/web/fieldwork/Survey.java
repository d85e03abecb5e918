package org.suzhi.web.fieldwork;

/** A survey: one population, one target, waves over the years. */
public record Survey(long id, String code, String nameZh, String nameEn, boolean synthetic) {}
