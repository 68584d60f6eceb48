(function () {
  "use strict";
  function byId(id) { return document.getElementById(id); }
  function list(nodes) { return Array.prototype.slice.call(nodes); }

  var grid = byId("column-grid");
  if (grid) {
    var find = byId("column-find");
    var sort = byId("column-sort");
    var cards = list(grid.children);
    byId("column-tools").hidden = false;
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

  var scores = byId("score-table");
  if (scores) {
    var name = byId("score-find");
    var verdict = byId("score-verdict");
    var rows = list(scores.tBodies[0].rows);
    byId("score-tools").hidden = false;
    var filter = function () {
      var wanted = name.value.toLowerCase();
      var group = null;
      rows.forEach(function (row) {
        if (row.classList.contains("group")) { group = row; group.hidden = true; return; }
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0
          || (verdict.value !== "" && !row.classList.contains(verdict.value));
        if (!row.hidden && group) { group.hidden = false; }
      });
    };
    name.addEventListener("input", filter);
    verdict.addEventListener("change", filter);
  }

  function number(text) { return parseFloat(text.replace(/,/g, "").replace("\u2212", "-")); }
  function compare(a, b) {
    var x = number(a), y = number(b);
    if (isNaN(x) && isNaN(y)) { return a.localeCompare(b); }
    return isNaN(x) ? 1 : isNaN(y) ? -1 : x - y;
  }
  list(document.querySelectorAll("table.sortable")).forEach(function (table) {
    list(table.tHead.rows[0].cells).forEach(function (head, place) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = "Sort by " + head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        list(table.tHead.rows[0].cells).forEach(function (one) { one.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var body = table.tBodies[0];
        list(body.rows).sort(function (a, b) {
          var order = compare(a.cells[place].textContent.trim(), b.cells[place].textContent.trim());
          return down ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  });

  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = list(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });
})();
