"""From a layout and what is known of a form to the concrete rows of its sheet."""
