package jp.tsunagaru.form;

/** A field opens only when this choice of another field is ticked. */
public record Opening(String field, String choice) {}
