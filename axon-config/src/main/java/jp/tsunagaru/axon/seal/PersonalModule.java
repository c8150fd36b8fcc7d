package jp.tsunagaru.axon.seal;

import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Writes {@link Personal} as subject, parent and sealed bytes; reads it back unopened. */
final class PersonalModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** The mapper that sealed the value, not the one of the event around it. */
  private static final JsonMapper VALUES = JsonMapper.builder().build();

  PersonalModule(Sealer sealer) {
    super("personal");
    addSerializer(Personal.class, new Writer(sealer));
    addDeserializer(Personal.class, new Reader(sealer, null));
  }

  @SuppressWarnings("rawtypes")
  private static final class Writer extends ValueSerializer<Personal> {
    private final Sealer sealer;

    Writer(Sealer sealer) {
      this.sealer = sealer;
    }

    @Override
    public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeStringProperty("subject", value.subject().id());
      if (value.subject().parent() != null) {
        json.writeStringProperty("parent", value.subject().parent());
      }
      json.writeName("sealed");
      json.writeBinary(sealer.seal(value));
      json.writeEndObject();
    }

    @Override
    public void serializeWithType(
        Personal value, JsonGenerator json, SerializationContext context, TypeSerializer type) {
      serialize(value, json, context);
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class Reader extends ValueDeserializer<Personal> {
    private final Sealer sealer;
    private final @Nullable JavaType content;

    Reader(Sealer sealer, @Nullable JavaType content) {
      this.sealer = sealer;
      this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      return new Reader(sealer, context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Personal deserialize(JsonParser json, DeserializationContext context) {
      if (content == null) {
        throw new IllegalStateException("the type of a personal value is not known");
      }
      String id = "";
      String parent = null;
      byte[] sealed = null;
      // Read as it comes: a tree would hold the sealed bytes as text once more.
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "subject" -> id = json.getString();
          case "parent" -> parent = json.getValueAsString();
          case "sealed" -> sealed = json.getBinaryValue();
          default -> json.skipChildren();
        }
      }
      if (sealed == null) {
        throw new IllegalStateException("a personal value has no sealed bytes");
      }
      Subject subject = new Subject(id, parent);
      JavaType type = content;
      return Personal.sealed(
          subject,
          sealed,
          bytes -> sealer.openBytes(subject, bytes).map(clear -> VALUES.readValue(clear, type)));
    }
  }
}
