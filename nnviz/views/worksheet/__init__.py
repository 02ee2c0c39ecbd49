"""The worksheet: pages for printing, and the same lines as a form that checks what is typed."""
