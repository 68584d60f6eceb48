(function () {
  "use strict";
  var grid = document.getElementById("column-grid");
  var find = document.getElementById("column-find");
  var sort = document.getElementById("column-sort");
  if (grid && find && sort) {
    var cards = Array.prototype.slice.call(grid.children);
    document.getElementById("column-tools").hidden = false;
    find.addEventListener("input", function () {
      var wanted = find.value.toLowerCase();
      cards.forEach(function (card) { card.hidden = card.dataset.name.toLowerCase().indexOf(wanted) < 0; });
    });
    sort.addEventListener("change", function () {
      var by = sort.value;
      cards.slice().sort(function (a, b) {
        if (by === "name") { return a.dataset.name.localeCompare(b.dataset.name); }
        return by === "place" ? a.dataset.place - b.dataset.place : b.dataset.error - a.dataset.error;
      }).forEach(function (card) { grid.appendChild(card); });
    });
  }
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });
})();
