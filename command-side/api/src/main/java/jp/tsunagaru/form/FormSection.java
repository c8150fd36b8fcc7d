package jp.tsunagaru.form;

import java.util.List;

/** A part of the sheet with its heading. */
public record FormSection(String code, String title, List<FormField> fields) {
  public FormSection {
    fields = List.copyOf(fields);
  }
}
