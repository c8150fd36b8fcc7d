package jp.tsunagaru.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of 拡張情報: that in force, and former ones, which old values were written by. */
public interface ExtendedSchemas {
  ExtendedSchema inForce();

  /** What the city has decided on for a day to come. */
  Optional<ExtendedSchema> planned();

  /** Also one that was never in force. */
  Optional<ExtendedSchema> version(String version);

  /**
   * A field as its stored value is to be read: in the words of today, and in those of the version
   * it was written by for what is not offered any more.
   */
  default ExtendedSchema.Field toRead(String code, String writtenBy) {
    ExtendedSchema.Field then =
        version(writtenBy)
            .flatMap(schema -> schema.field(code))
            .orElseGet(
                () -> new ExtendedSchema.Field(code, ExtendedSchema.Kind.TEXT, code, List.of()));
    return inForce().field(code).map(now -> completed(now, then)).orElse(then);
  }

  private static ExtendedSchema.Field completed(
      ExtendedSchema.Field now, ExtendedSchema.Field then) {
    List<ExtendedSchema.Option> options = new ArrayList<>(now.options());
    then.options().stream().filter(option -> !now.offers(option.code())).forEach(options::add);
    return new ExtendedSchema.Field(now.code(), now.kind(), now.label(), options);
  }
}
