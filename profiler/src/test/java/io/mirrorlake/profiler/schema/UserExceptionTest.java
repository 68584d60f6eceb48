package io.mirrorlake.profiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UserExceptionTest {

  @Test
  void saysProblemAndCure() {
    IllegalStateException cause = new IllegalStateException("disk");
    UserException e =
        UserException.of(ErrorKind.OUTPUT, "out/x exists", "name another output").withCause(cause);
    assertThat(e).hasMessage("out/x exists\n  cure: name another output").hasCause(cause);
    assertThat(e.kind()).isEqualTo(ErrorKind.OUTPUT);
    assertThat(e.problem()).isEqualTo("out/x exists");
    assertThat(e.cure()).isEqualTo("name another output");
  }
}
