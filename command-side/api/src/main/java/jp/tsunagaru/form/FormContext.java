package jp.tsunagaru.form;

import java.util.List;

/**
 * What the rules across documents look at: the other confirmed orders of the same patient. They
 * only warn, so a decision may be taken without them.
 */
public record FormContext(List<OtherOrder> others) {
  public static final FormContext ALONE = new FormContext(List.of());

  public FormContext {
    others = List.copyOf(others);
  }
}
