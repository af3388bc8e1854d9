//! Texts beside each other.

/// Sets columns of lines, each with its title, side by side; every line of the result ends with a line break.
pub fn side_by_side(columns: &[(String, &[String])]) -> String {
    let width = |(title, lines): &(String, &[String])| {
        lines.iter().chain([title]).map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = columns.iter().map(width).collect();
    let row = |cells: Vec<&str>| {
        let padded: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{}\n", padded.join(" | ").trim_end())
    };
    let mut text = row(columns.iter().map(|(title, _)| title.as_str()).collect());
    let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    text += &format!("{}\n", rules.join("-+-"));
    let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    for index in 0..height {
        text += &row(columns.iter().map(|(_, lines)| lines.get(index).map_or("", String::as_str)).collect());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_columns_are_filled_up() {
        let (left, right) = (["é".to_string(), "b".to_string()], ["long line".to_string()]);
        let text = side_by_side(&[("two".to_string(), &left), ("one".to_string(), &right)]);
        assert_eq!(text, "two | one\n----+----------\né   | long line\nb   |\n");
    }
}
