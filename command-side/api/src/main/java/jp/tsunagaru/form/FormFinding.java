package jp.tsunagaru.form;

/**
 * What a rule says about a field.
 *
 * @param field its code
 */
public record FormFinding(FindingCode code, String field) {
  public FindingLevel level() {
    return code.level();
  }

  public boolean isError() {
    return level() == FindingLevel.ERROR;
  }
}
