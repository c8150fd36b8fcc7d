package jp.tsunagaru.axon.seal;

import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Writes {@link Personal} as subject, parent and sealed bytes; reads it back unopened. */
final class PersonalModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  PersonalModule(TinkSealer sealer) {
    super("personal");
    addSerializer(Personal.class, new Writer(sealer));
    addDeserializer(Personal.class, new Reader(sealer, null));
  }

  @SuppressWarnings("rawtypes")
  private static final class Writer extends ValueSerializer<Personal> {
    private final TinkSealer sealer;

    Writer(TinkSealer sealer) {
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
    private final TinkSealer sealer;
    private final @Nullable JavaType content;

    Reader(TinkSealer sealer, @Nullable JavaType content) {
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
      JsonNode node = context.readTree(json);
      if (content == null) {
        throw new IllegalStateException("the type of a personal value is not known");
      }
      JsonNode parent = node.get("parent");
      Subject subject =
          new Subject(
              node.required("subject").asString(), parent == null ? null : parent.asString());
      return sealer.sealed(subject, node.required("sealed").binaryValue(), content);
    }
  }
}
