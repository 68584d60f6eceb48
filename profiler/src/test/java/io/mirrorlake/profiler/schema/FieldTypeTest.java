package io.mirrorlake.profiler.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mirrorlake.profiler.schema.ColumnType.Kind;
import io.mirrorlake.profiler.schema.FieldType.ArrayOf;
import io.mirrorlake.profiler.schema.FieldType.Field;
import io.mirrorlake.profiler.schema.FieldType.MapOf;
import io.mirrorlake.profiler.schema.FieldType.Struct;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTypeTest {
  private static final ColumnType INT = ColumnType.of(Kind.INT);
  private static final ColumnType TEXT = ColumnType.of(Kind.STRING);
  private static final Struct PLACE =
      new Struct(
          List.of(new Field("city", TEXT), new Field("at", new Struct(List.of(field("x"))))));

  private static Field field(String name) {
    return new Field(name, INT);
  }

  private static List<String> leaves(FieldType type) {
    return type.leaves("f").stream()
        .map(
            leaf ->
                leaf.path()
                    + " "
                    + leaf.type()
                    + leaf.parent().map(parent -> " in " + parent).orElse("")
                    + (leaf.repeated() ? " *" : ""))
        .toList();
  }

  @Test
  void aPlainFieldIsItsLeaf() {
    assertThat(leaves(INT)).containsExactly("f int");
  }

  @Test
  void partsOfAStructKnowTheInnermostOne() {
    assertThat(leaves(PLACE))
        .containsExactly(
            "f boolean", "f.city string in f", "f.at boolean in f", "f.at.x int in f.at");
    assertThat(PLACE.ddl()).isEqualTo("struct<city:string,at:struct<x:int>>");
  }

  @Test
  void whatLiesInArraysAndMapsIsRepeated() {
    assertThat(leaves(new ArrayOf(PLACE)))
        .containsExactly(
            "f.size int",
            "f.element boolean *",
            "f.element.city string in f.element *",
            "f.element.at boolean in f.element *",
            "f.element.at.x int in f.element.at *");
    FieldType map = new MapOf(TEXT, new ArrayOf(INT));
    assertThat(leaves(new Struct(List.of(new Field("m", map)))))
        .containsExactly(
            "f boolean",
            "f.m.size int in f",
            "f.m.key string *",
            "f.m.value.size int *",
            "f.m.value.element int *");
    assertThat(map.ddl()).isEqualTo("map<string,array<int>>");
  }

  @Test
  void structsNeedFieldsWithDifferentNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Struct(List.of()))
        .withMessage("a struct needs fields with different names: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Struct(List.of(field("a"), field("a"))))
        .withMessageStartingWith("a struct needs fields with different names");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> field(" "))
        .withMessage("a field needs a name");
  }
}
