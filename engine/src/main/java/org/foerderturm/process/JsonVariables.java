package org.foerderturm.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;

/**
 * Lists and maps as JSON text in the variable's row: readable in psql, no Java serialization, no
 * second row for the bytes.
 */
final class JsonVariables extends PrimitiveValueSerializer<JsonVariables.JsonValue> {
  static final String NAME = "json";
  private static final JsonType TYPE = new JsonType();

  JsonVariables() {
    super(TYPE);
  }

  @Override
  public JsonValue convertToTypedValue(UntypedValueImpl value) {
    return new JsonValue(value.getValue(), value.isTransient());
  }

  @Override
  public JsonValue readValue(ValueFields fields, boolean asTransient) {
    String text = fields.getTextValue();
    return new JsonValue(text == null ? null : Json.read(text, Object.class), asTransient);
  }

  @Override
  public void writeValue(JsonValue value, ValueFields fields) {
    Object content = value.getValue();
    fields.setTextValue(content == null ? null : Json.write(content));
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value.getValue() instanceof List || value.getValue() instanceof Map;
  }

  private static final class JsonType extends PrimitiveValueTypeImpl {
    JsonType() {
      super(NAME, Object.class);
    }

    @Override
    public TypedValue createValue(Object value, Map<String, Object> info) {
      return new JsonValue(value, isTransient(info));
    }
  }

  /** A list or map. */
  static final class JsonValue extends PrimitiveTypeValueImpl<@Nullable Object> {
    JsonValue(@Nullable Object value, boolean asTransient) {
      super(value, TYPE);
      setTransient(asTransient);
    }
  }
}
